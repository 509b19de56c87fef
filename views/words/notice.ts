import type { AssignedHow, Notice, Requeue, Strategy } from '../../actors/entry'

type NoticeCode = Notice['code']
type NoticeOf<C extends NoticeCode> = Extract<Notice, { code: C }>
export type Passed = NoticeOf<'passed'>
export type Chosen = Extract<AssignedHow, { how: 'chosen' }>
export type Priority = NoticeOf<'prioritized'>['priority']
export type { Requeue, Strategy }

/**
 * One sentence for each thing the desk says; `you` holds when the reader is the agent meant, `text`
 * is what a person said with it, or the time that it names.
 */
export type NoticeWords = {
  [C in NoticeCode]: (notice: NoticeOf<C>, you: boolean, text: string) => string
}

/** Picks the sentence. The cast is sound: a code and its words come from the same key. */
export const tell = (words: NoticeWords, notice: Notice, you: boolean, text = ''): string =>
  (words[notice.code] as (notice: Notice, you: boolean, text: string) => string)(notice, you, text)
