package io.slotkeeper.command;

import io.slotkeeper.platform.idempotency.IdempotentCall;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/**
 * How a command that came with a key is answered. It travels as metadata, since a retry is handled
 * on another thread, and makes the answer anew in each attempt's transaction.
 */
final class Answering<R, T> {
  static final String METADATA = "answering";

  private final IdempotentCall call;
  private final Class<R> receipt;
  private final Function<R, ResponseEntity<T>> render;
  private volatile @Nullable ResponseEntity<T> answer;

  Answering(IdempotentCall call, Class<R> receipt, Function<R, ResponseEntity<T>> render) {
    this.call = call;
    this.receipt = receipt;
    this.render = render;
  }

  /** The answer of the attempt that was committed. */
  ResponseEntity<T> answer() {
    var made = answer;
    if (made == null) {
      throw new IllegalStateException("A command was handled without its answer");
    }
    return made;
  }

  private Object handle(InterceptorChain chain) throws Exception {
    var made = call.inTransaction(() -> render.apply(receipt.cast(chain.proceed())));
    answer = made;
    return made;
  }

  /** Puts the answer into the transaction of the command. */
  static final class Interceptor implements MessageHandlerInterceptor<CommandMessage<?>> {
    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
        throws Exception {
      return unitOfWork.getMessage().getMetaData().get(METADATA) instanceof Answering<?, ?> asked
          ? asked.handle(chain)
          : chain.proceed();
    }
  }
}
