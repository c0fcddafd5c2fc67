import {
  applied,
  Refused,
  runCommand,
  type ParticipantId,
  type RefusalCode,
  type Registry,
  type Request,
  type View,
} from '@rondo/meeting';

/** The view after one command of this person, or why it can't be carried out on this view. */
export function predicted(
  view: View,
  me: ParticipantId,
  request: Request,
  registry: Registry,
): { view: View } | { refused: RefusalCode } {
  try {
    const ops = runCommand(view, me, request, registry);
    if (ops.board.length === 0 && ops.hand.length === 0) return { view };
    return { view: { board: applied(view.board, ops.board), hand: applied(view.hand, ops.hand) } };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.code };
    throw error;
  }
}

/**
 * The view with all unanswered commands carried out again, in order. One that is refused now is left
 * out; it stays in the queue, because only the server's answer counts. Server commands can't be carried
 * out here and show nothing.
 * One that fails by a defect is reported and left out too: it must not stop what others do.
 */
export function rebased(
  base: View,
  me: ParticipantId,
  unanswered: readonly Request[],
  registry: Registry,
  report: (defect: unknown) => void,
): View {
  let view = base;
  for (const command of unanswered) {
    try {
      const result = predicted(view, me, command, registry);
      if ('view' in result) view = result.view;
    } catch (defect) {
      report(defect);
    }
  }
  return view;
}
