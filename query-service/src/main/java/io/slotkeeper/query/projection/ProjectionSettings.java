package io.slotkeeper.query.projection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of projections, {@code slotkeeper.projections.*}.
 *
 * @param lettersRetry how often events that could not be taken are tried again; default 1 min
 * @param rebuildSegments parts that a rebuild works on at once; default 2
 * @param rebuildBatch events that a rebuild writes in one transaction; default 500
 * @param rebuildStep how often a rebuild looks how far it has come; it rests for 40 of these before
 *     it tries once more to take the place of what serves; default 50 ms
 * @param rebuildsAtOnce rebuilds that a node leads at a time; each takes up to five connections,
 *     and what readers wait for; default 1
 * @param keepPrevious how long a generation is kept after it was replaced; default 10 min
 */
@ConfigurationProperties("slotkeeper.projections")
public record ProjectionSettings(
    @DefaultValue("1m") Duration lettersRetry,
    @DefaultValue("2") int rebuildSegments,
    @DefaultValue("500") int rebuildBatch,
    @DefaultValue("50ms") Duration rebuildStep,
    @DefaultValue("1") int rebuildsAtOnce,
    @DefaultValue("10m") Duration keepPrevious) {}
