import type { Body, Entry } from '../../actors/entry'
import type { Edition } from '../words/language'

export type Audience = 'visitor' | 'desk'

export type EntryProps = {
  /** One the audience may see; the caller has left out those that are for the desk. */
  entry: Entry
  audience: Audience
  language: Edition
  /** Whose clock: IANA name or offset. */
  zone: string
  /** What stands under it says when and by whom for both. */
  grouped?: boolean
  /** The talk has ended: nothing in it is answered any more. */
  isOver?: boolean
  /** Who reads, so that a notice can say "you"; null when it does not matter. */
  viewer: string | null
}

/** A body of one kind. */
export type BodyOf<K extends Body['kind']> = Extract<Body, { kind: K }>

/** On whose side of the page: the reader's own kind writes at the end, the other at the start. */
export const sideOf = ({ entry, audience }: EntryProps): 'mine' | 'theirs' | 'desk' => {
  if (entry.by === 'desk' || entry.body.kind === 'notice') return 'desk'
  return (entry.by === 'visitor') === (audience === 'visitor') ? 'mine' : 'theirs'
}
