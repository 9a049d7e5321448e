package org.muster.practice;

/**
 * One call of an API method, after routing and authorisation.
 *
 * @param method what is called
 * @param resource the resource in the path
 * @param params query parameters, already checked
 * @param body the JSON body, inflated
 * @param language language of the answer, empty for English
 */
record Call(ApiMethod method, String resource, Params params, String body, String language) {}
