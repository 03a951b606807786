package io.slotkeeper.admin.audit;

import io.slotkeeper.admin.audit.store.Violations;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What was looked at.
 *
 * @param told how many acknowledgements were compared
 */
record AuditReport(long events, long aggregates, long told, List<ReadModel> readModels) {

  /**
   * One read model.
   *
   * @param compared whether it was: not before it is filled, nor by the rules of another build
   * @param rows that were compared
   * @param heldBack aggregates that were let be, since events of theirs wait as dead letters or
   *     were given up
   */
  record ReadModel(String projection, boolean compared, long rows, long heldBack) {}

  JsonNode json(Violations violations) {
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("events", events)
            .put("aggregates", aggregates)
            .put("acknowledged", told);
    var models = json.putArray("readModels");
    readModels.forEach(
        model ->
            models
                .addObject()
                .put("projection", model.projection())
                .put("compared", model.compared())
                .put("rows", model.rows())
                .put("heldBack", model.heldBack()));
    var kinds = json.putArray("violations");
    violations
        .byKind()
        .forEach(
            (kind, found) -> {
              var each = kinds.addObject().put("kind", kind).put("count", found.count());
              var examples = each.putArray("examples");
              found.examples().forEach(examples::add);
            });
    return json;
  }

  String words(Violations violations) {
    var text = new StringBuilder();
    violations
        .byKind()
        .forEach(
            (kind, found) -> {
              text.append("%s: %d%n".formatted(kind, found.count()));
              found.examples().forEach(each -> text.append("  %s%n".formatted(each)));
              if (found.count() > found.examples().size()) {
                text.append("  …%n".formatted());
              }
            });
    for (var model : readModels) {
      if (!model.compared()) {
        text.append(
            "%s were not compared: they are not filled, or by the rules of another build%n"
                .formatted(model.projection()));
      } else if (model.heldBack() > 0) {
        text.append(
            "%d of %s were let be: events of theirs wait as dead letters, or were given up%n"
                .formatted(model.heldBack(), model.projection()));
      }
    }
    return text.append(
            "%s in %d events of %d aggregates%s"
                .formatted(
                    violations.byKind().isEmpty() ? "Nothing is wrong" : "Something is wrong",
                    events,
                    aggregates,
                    told > 0 ? ", %d acknowledgements".formatted(told) : ""))
        .toString();
  }
}
