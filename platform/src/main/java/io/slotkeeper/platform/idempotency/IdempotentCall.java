package io.slotkeeper.platform.idempotency;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;

/**
 * A request with a key, while it is answered. Its work and the keeping of its answer are one
 * transaction, in which it also holds a lock that keeps others with the same key out.
 */
public final class IdempotentCall {
  private final IdempotencyKeys keys;
  private final KeyedRequest request;
  private final byte[] keyHash;
  private final byte[] fingerprint;

  private IdempotentCall(KeyedRequest request) {
    this.request = request;
    this.keys = request.keys();
    this.keyHash = keys.hashOf(request.keyOfCaller());
    this.fingerprint = keys.fingerprintOf(request.content());
  }

  /**
   * What this thread answers, if it came with a key. To be asked when the body has been bound, and
   * before a connection is taken: it reads what is left of the body.
   *
   * @throws io.slotkeeper.platform.problem.ProblemException where the key is none
   */
  public static Optional<IdempotentCall> current() {
    return KeyedRequest.current().map(IdempotentCall::new);
  }

  /** Answers what this thread was asked: what came with a key, in one transaction. */
  public static <T> ResponseEntity<T> once(Supplier<ResponseEntity<T>> work) {
    var call = current();
    return call.isEmpty() ? work.get() : call.get().inOwnTransaction(work);
  }

  /**
   * The same for work that has transactions of its own. The answer is kept after it, so work that
   * is cut off in between is done again.
   */
  public static <T> ResponseEntity<T> onceApart(Supplier<ResponseEntity<T>> work) {
    var call = current();
    return call.isEmpty() ? work.get() : call.get().apart(work);
  }

  /**
   * Does the work in the transaction that there is, and keeps the answer in it; whoever was
   * answered before is answered the same, by what is thrown.
   */
  public <T> ResponseEntity<T> inTransaction(Callable<ResponseEntity<T>> work) throws Exception {
    requireNew();
    var answer = work.call();
    keys.keep(keyHash, fingerprint, answer);
    return answer;
  }

  /**
   * Keeps a refusal that the rules decided on, after all else that the work did was undone. Whoever
   * has the same key may have been answered meanwhile, and then this call is answered the same.
   *
   * @return what to throw
   */
  public RuntimeException refused(RuntimeException refusal) {
    keys.problems().decided(refusal, request.request()).ifPresent(this::keepUnlessAnswered);
    return refusal;
  }

  private <T> ResponseEntity<T> inOwnTransaction(Supplier<ResponseEntity<T>> work) {
    try {
      return keys.inTransaction(
          () -> {
            requireNew();
            var answer = work.get();
            keys.keep(keyHash, fingerprint, answer);
            return answer;
          });
    } catch (RepeatedAnswer repeated) {
      throw repeated;
    } catch (RuntimeException e) {
      throw refused(e);
    }
  }

  private <T> ResponseEntity<T> apart(Supplier<ResponseEntity<T>> work) {
    keys.runInTransaction(this::requireNew);
    try {
      var answer = work.get();
      keepUnlessAnswered(answer);
      return answer;
    } catch (RepeatedAnswer repeated) {
      throw repeated;
    } catch (RuntimeException e) {
      throw refused(e);
    }
  }

  private void keepUnlessAnswered(ResponseEntity<?> answer) {
    if (keys.keepIfFirst(keyHash, fingerprint, answer)) {
      return;
    }
    // Somebody else has answered or is about to: this says which, or keeps the answer after all.
    keys.runInTransaction(
        () -> {
          requireNew();
          keys.keep(keyHash, fingerprint, answer);
        });
  }

  private void requireNew() {
    keys.find(keyHash, fingerprint)
        .ifPresent(
            answer -> {
              throw new RepeatedAnswer(answer);
            });
  }
}
