package org.muster.practice;

import java.util.Optional;
import java.util.regex.Matcher;

/** Finds the method a request means. */
final class Router {
    /**
     * @param method what is called
     * @param resource the resource in the path, such as {@code people/c1}, or the bare collection
     */
    record Route(ApiMethod method, String resource) {}

    private Router() {}

    static Optional<Route> find(String http, String path) {
        for (ApiMethod method : ApiMethod.values()) {
            if (method.http().equals(http)) {
                Matcher matcher = method.path().matcher(path);
                if (matcher.matches()) {
                    return Optional.of(new Route(method, matcher.group(1)));
                }
            }
        }
        return Optional.empty();
    }
}
