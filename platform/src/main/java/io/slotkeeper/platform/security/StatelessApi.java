package io.slotkeeper.platform.security;

import io.slotkeeper.platform.problem.ProblemException;
import io.slotkeeper.platform.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.web.filter.CorsFilter;

/**
 * Secures a service that knows its callers by bearer tokens alone. Each service gives its rules in
 * one place; a handler that no rule speaks of cannot be called.
 */
public final class StatelessApi {
  private final Credentials credentials;
  private final ProblemWriter problems;
  private final UnmappedRequests unmapped;
  private final CorsFilter crossOrigin;

  StatelessApi(
      Credentials credentials,
      ProblemWriter problems,
      UnmappedRequests unmapped,
      CorsFilter crossOrigin) {
    this.crossOrigin = crossOrigin;
    this.credentials = credentials;
    this.problems = problems;
    this.unmapped = unmapped;
  }

  /** The chain of filters that holds these rules, the first match deciding. */
  public SecurityFilterChain secure(
      HttpSecurity http,
      Customizer<
              AuthorizeHttpRequestsConfigurer<HttpSecurity>
                  .AuthorizationManagerRequestMatcherRegistry>
          rules) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .headers(AnswerHeaders::customize)
        .addFilter(crossOrigin)
        .anonymous(anonymous -> anonymous.principal(new Caller.Anonymous()))
        .addFilterBefore(new BearerFilter(credentials), AnonymousAuthenticationFilter.class)
        .addFilterAfter(new ProvedCaller.Filter(), AnonymousAuthenticationFilter.class)
        .exceptionHandling(
            refusals ->
                refusals
                    .authenticationEntryPoint(
                        (request, response, refusal) ->
                            problems.write(request, response, BearerFilter.unauthenticated()))
                    .accessDeniedHandler(
                        (request, response, refusal) ->
                            problems.write(request, response, ProblemException.notFound())))
        .authorizeHttpRequests(
            registry -> {
              registry
                  .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                  .permitAll();
              registry.requestMatchers(HttpMethod.OPTIONS).permitAll();
              registry
                  .requestMatchers(
                      "/api/health", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui/**")
                  .permitAll();
              registry.requestMatchers("/swagger-ui.html", "/actuator/**").permitAll();
              rules.customize(registry);
              registry.anyRequest().access(unmapped);
            })
        .build();
  }
}
