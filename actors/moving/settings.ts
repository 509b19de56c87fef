import { deskGroupName, deskGroups } from '../desk/settings'
import { DESK_HOURS } from '../hours/hours'
import { SITES } from '../sites'
import { startFormName, WHOLE_DESK } from '../start/form'

/** Under which names a desk keeps what is set for all of it; no secret is among them. */
export const movedSettings: readonly string[] = [
  ...[DESK_HOURS, SITES, startFormName(WHOLE_DESK)],
  ...deskGroups.map(deskGroupName),
]
