package io.slotkeeper.platform.problem;

import io.slotkeeper.platform.foundation.Secrets;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/** Problem documents at every place where something can go wrong. */
@Configuration(proxyBeanMethods = false)
@Import({ProblemAdvice.class, ProblemErrorController.class})
public class ProblemConfiguration {
  @Bean
  ProblemWriter problemWriter(JsonMapper json, Secrets secrets) {
    return new ProblemWriter(json, new Problems(secrets));
  }

  @Bean
  FilterRegistrationBean<ProblemFilter> problemFilter(ProblemWriter writer) {
    var registration = new FilterRegistrationBean<>(new ProblemFilter(writer));
    // Only what names a request in the log comes before, and what measures it, at + 1: that would
    // take what other filters refuse for failures of ours.
    registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return registration;
  }

  @Bean
  RequestRejectedHandler rejectedRequests(ProblemWriter writer) {
    return (request, response, rejected) -> writer.write(request, response, rejected);
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemErrorValve() {
    return factory -> factory.addContextCustomizers(ProblemConfiguration::replaceErrorValve);
  }

  private static void replaceErrorValve(Context context) {
    var pipeline = context.getParent().getPipeline();
    for (var valve : pipeline.getValves()) {
      if (valve instanceof ErrorReportValve) {
        pipeline.removeValve(valve);
      }
    }
    pipeline.addValve(new ProblemErrorValve());
    if (context.getParent() instanceof StandardHost host) {
      // Otherwise the host adds one of its own when it starts.
      host.setErrorReportValveClass(ProblemErrorValve.class.getName());
    }
  }
}
