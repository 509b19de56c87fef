import type { Body } from '../../actors/entry'

/** Whether it stands for a line that is elsewhere now: of several in a row one says so. */
export const isPlaceholder = (body: Body): boolean =>
  body.kind === 'notice' && (body.notice.code === 'movedBack' || body.notice.code === 'movedOn')
