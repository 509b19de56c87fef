/** What somebody who answers is told of, beside what their pages show. */
export const noticeEvents = ['offer', 'assigned', 'message', 'mention'] as const
export type NoticeEvent = (typeof noticeEvents)[number]

/** When: always, only while they do not look at the workbench, or never. */
export const noticeTimes = ['always', 'hidden', 'never'] as const
export type NoticeTime = (typeof noticeTimes)[number]

export type NoticeRules = Readonly<Record<NoticeEvent, NoticeTime>> & {
  /** Whether what is pushed to a device holds the words of a message. */
  readonly pushText: boolean
}

export const initialNotices: NoticeRules = {
  ...{ offer: 'always', assigned: 'always', message: 'hidden', mention: 'always' },
  pushText: false,
}

/** The same as they were kept: what came later, or cannot be read, is as in the beginning. */
export const completeNotices = (kept: unknown): NoticeRules => {
  const given = (typeof kept === 'object' && kept !== null ? kept : {}) as Record<string, unknown>
  const timeOf = (event: NoticeEvent): NoticeTime =>
    noticeTimes.find((time) => time === given[event]) ?? initialNotices[event]
  return {
    ...{ offer: timeOf('offer'), assigned: timeOf('assigned'), message: timeOf('message') },
    mention: timeOf('mention'),
    pushText: given.pushText === true,
  }
}
