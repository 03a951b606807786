package io.slotkeeper.platform.web;

/**
 * How large a body may be on one path, as a bean of a service that needs another limit there than
 * the 64 KiB that hold elsewhere.
 *
 * @param path the whole path, without variables
 */
public record BodyLimit(String path, int mostBytes) {}
