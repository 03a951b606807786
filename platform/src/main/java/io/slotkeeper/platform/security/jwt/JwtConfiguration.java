package io.slotkeeper.platform.security.jwt;

import io.slotkeeper.platform.security.IssuedTokens;
import io.slotkeeper.platform.security.OwnerKeyHashes;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.web.client.RestTemplate;

/** Reads tokens by Spring Boot's decoder, which is there only where an issuer is set. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(JwtSettings.class)
public class JwtConfiguration {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  @Bean
  IssuedTokens issuedTokens(
      ObjectProvider<JwtDecoder> decoder, OwnerKeyHashes businesses, JwtSettings settings) {
    return new JwtCallers(decoder, businesses, settings);
  }

  /** In place of Spring's, which takes tokens that never expire. */
  @Bean
  OAuth2TokenValidator<Jwt> timesOfTokens(Clock clock) {
    var times = new JwtTimestampValidator();
    times.setAllowEmptyExpiryClaim(false);
    times.setClock(clock);
    return times;
  }

  @Bean
  JwkSetUriJwtDecoderBuilderCustomizer issuerRequests(Clock clock) {
    var connections = new SimpleClientHttpRequestFactory();
    connections.setConnectTimeout(PATIENCE);
    connections.setReadTimeout(PATIENCE);
    var issuer = new RestTemplate(connections);
    issuer.getInterceptors().add(new IssuerRequests(clock));
    return decoder -> decoder.restOperations(issuer);
  }
}
