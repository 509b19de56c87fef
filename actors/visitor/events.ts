import type { TurnEventOf } from '../turn-event'
import type { Known } from './merge'
import type { Profile, ProfileChange } from './profile'

/** Conversations, newest first; `open` is the one of them that goes on, null for none. */
type Brought = { conversations: readonly string[]; open: string | null }

type Attributes = { attributes: Readonly<Record<string, string>> }

export type VisitorPersonEvent =
  /**
   * Asks for a conversation; `conversation` is the id it gets if none is open. `over` is one that
   * is known to have ended, though the visitor may not have heard so; null for none.
   */
  | {
      type: 'asked'
      at: number
      conversation: string
      over: string | null
      clientId: string
      name: string
      email: string
      phone?: string
      language: string
      address?: string
    }
  /** A site's own server has said who they are, by a subject that is theirs there. */
  | ({ type: 'identified'; at: number; subject: string; name: string; email: string } & Attributes)
  /** What the page of a site says of them, which nobody has proven. */
  | ({ type: 'reported'; at: number } & Attributes)
  /** Conversations of somebody who was nobody known are theirs, newest first; `open` is one of them. */
  | { type: 'took'; at: number; conversations: readonly string[]; open: string | null }
  /** Theirs are another visitor's now. */
  | { type: 'gaveUp'; at: number }
  /** Whatever is known of them is to be forgotten; what they said is another's by then. */
  | { type: 'erased'; at: number }
  /**
   * They are one with another visitor from now on; `open` is their conversation that goes on, which
   * somebody has looked at; null for none.
   */
  | { type: 'joined'; at: number; into: string; open: string | null }
  /** Another visitor is one with them: what is known of both, and what the other said, newest first. */
  | ({ type: 'welcomed'; at: number; known: Known } & Brought)
  /** They are themselves again, with what was theirs. */
  | ({ type: 'separated'; at: number } & Brought)
  /** That other one is themselves again: these conversations are not theirs any more. */
  | { type: 'released'; at: number; known: Known; conversations: readonly string[] }
  /** Says where an answer reaches them. */
  | { type: 'introduced'; at: number; email: string }
  /**
   * Opens a closed conversation again, their last one or one before it. `over` is one that is known
   * to have ended, though the visitor may not have heard so; left out for none.
   */
  | { type: 'resumed'; at: number; conversation: string; over?: string }
  /**
   * A colleague writes something down of them. `before` is what it was changed from, where somebody
   * looked: nothing else is written over.
   */
  | {
      type: 'described'
      at: number
      agent: string
      agentName: string
      changes: ProfileChange
      before?: ProfileChange
    }
  /** They are asked whether they want to chat, by an agent or by a trigger. */
  | {
      type: 'invited'
      at: number
      id: string
      words: string
      agent: string | null
      agentName: string
      trigger: string | null
    }
  | { type: 'declined'; at: number }

/** What their conversation tells them. Mail may cross: `news` is the version of its turn. */
export type VisitorDeskEvent =
  | { type: 'finished'; at: number; conversation: string; news: number }
  | { type: 'recalled'; at: number; conversation: string; news: number }
  /** What they said in one conversation goes on in another. */
  | { type: 'moved'; at: number; from: string; conversation: string; over?: true }

/** They were known elsewhere, and come with what was known there. */
export type VisitorImported = {
  type: 'imported'
  at: number
  name: string
  email: string
  language: string
  pinned: boolean
  profile: Profile
  /** What a site said of them. */
  fromSite: Readonly<Record<string, string>>
}

export type VisitorEvent = VisitorPersonEvent | VisitorDeskEvent | VisitorImported

/** One kind of these, as the rules get it. */
export type Of<T extends VisitorEvent['type']> = TurnEventOf<VisitorEvent, T>
