package io.slotkeeper.platform.security;

import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings {@code slotkeeper.cors.*}.
 *
 * @param allowedOrigins whose pages may call the API from a browser: {@code https://host} or {@code
 *     https://host:port}, or {@code *} for all. Default: none
 */
@Validated
@ConfigurationProperties("slotkeeper.cors")
record CorsSettings(
    @DefaultValue
        List<@Pattern(regexp = "\\*|https?://[A-Za-z0-9.-]+(:\\d{1,5})?") String> allowedOrigins) {}
