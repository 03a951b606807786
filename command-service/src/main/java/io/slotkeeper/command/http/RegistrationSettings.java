package io.slotkeeper.command.http;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code slotkeeper.registration.*}.
 *
 * @param open whether anyone may register a business, and not the administrator alone; default
 *     false
 */
@ConfigurationProperties("slotkeeper.registration")
record RegistrationSettings(@DefaultValue("false") boolean open) {}
