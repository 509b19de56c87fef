import { paths } from '../../paths'
import type { Charted } from '../../words/statechart/events'
import type { Moment } from './moment'

/** The list that each kind of actor is found in, which may itself be a page of the office. */
export const nouns: Readonly<Record<Charted, string>> = {
  conversation: 'conversations',
  agent: 'people',
  department: 'departments',
}

/** Where the states of an actor are shown, and followed; `at` is the turn after which they were so. */
export const statePaths = {
  page: (kind: Charted, id: string) => paths.office.of(nouns[kind], id, 'state'),
  feed: (kind: Charted, id: string) => paths.office.of(nouns[kind], id, 'state', 'feed'),
  at: (kind: Charted, id: string, at: number) =>
    `${paths.office.of(nouns[kind], id, 'state')}?at=${at}`,
}

/** What shows the same to whoever has a terminal. */
export const commandOf = ({ kind, id, at }: Moment): string =>
  `bellhop replay ${kind}:${id} --at ${at}`
