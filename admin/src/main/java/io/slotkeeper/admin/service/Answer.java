package io.slotkeeper.admin.service;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/**
 * What a service answers.
 *
 * @param body missing where it is not JSON
 */
public record Answer(int status, HttpHeaders headers, JsonNode body) {}
