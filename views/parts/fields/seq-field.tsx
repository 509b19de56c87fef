/**
 * The newest line that is before whoever presses the button of this form: what comes late is not done
 * to what they never saw. A page that is live says it anew when the button is pressed.
 */
export const SeqField = ({ seq }: { seq: number | undefined }) =>
  seq === undefined ? null : <input type="hidden" name="seq" value={seq} />
