import type { z } from 'zod'
import type { Mention, Notice, SentFile, Writable } from '../entry'
import type { About } from './rights'
import type { WhyNot } from './why-not'

/** How commands read what somebody typed, handed to the form of an aspect. */
export type Inputs = {
  /** A name as it is shown, of at most so many code points; null when it is left out. */
  name(limit: number): z.ZodType<string | null>
  /** One of those that stand there already, which a button brings. */
  pressed(limit: number): z.ZodType<string | null>
  /** A time to come, ms UTC; or the next answer; null when it is empty or left out. */
  until(): z.ZodType<number | 'reply' | null>
}

/** Who does it, and where: the words that end its addresses, and what their role must have. */
export type VerbOf<Address extends string, Permission extends string> = {
  at: readonly Address[]
  permission: Permission
}

type WritingSpec<Event extends string, Verb> = {
  event: Event
  verb: Verb
  body: Writable
}

/** One that writes a line of the transcript. */
export type Writing<Event extends string, Verb> = { does: 'write' } & WritingSpec<Event, Verb>

type ChangingSpec<
  Event extends string,
  Verb,
  Memory extends object,
  Fields extends z.core.$ZodShape,
  Reason extends string,
> = {
  event: Event
  verb: Verb
  /** What it remembers before anything was done. It stands on the conversation's row too. */
  memory: Memory
  /** The fields of its form, which the event then holds. */
  form: (inputs: Inputs) => Fields
  /** What is remembered then; null when there is nothing to be done. */
  change: (
    memory: Memory & Partial<About>,
    asked: z.output<z.ZodObject<Fields>> & { at: number },
  ) => Memory | null | WhyNot<Reason>
  /** By which words it is found, each as `aspectKey` writes it; left out where nobody looks for it. */
  keys?: (memory: Memory) => readonly string[]
  /** It moves the talk to another state, by itself: no macro does it among other things. */
  leads?: true
  /** What colleagues read of it in the transcript; without it nothing is said. */
  tells?: (memory: Memory, by: string) => Notice
}

/** One that changes what the conversation remembers. */
export type Changing<
  Event extends string,
  Verb,
  Memory extends object,
  Fields extends z.core.$ZodShape,
  Reason extends string,
> = { does: 'change' } & ChangingSpec<Event, Verb, Memory, Fields, Reason>

/** Ties the types of one to each other. */
export const writing = <
  const Event extends string,
  const Address extends string,
  const Permission extends string,
>(
  aspect: WritingSpec<Event, VerbOf<Address, Permission>>,
): Writing<Event, VerbOf<Address, Permission>> => ({ does: 'write', ...aspect })

/** The same for one that changes what is remembered. */
export const changing = <
  const Event extends string,
  const Address extends string,
  const Permission extends string,
  Memory extends object,
  Fields extends z.core.$ZodShape,
  const Reason extends string = never,
>(
  aspect: ChangingSpec<Event, VerbOf<Address, Permission>, Memory, Fields, Reason>,
): Changing<Event, VerbOf<Address, Permission>, Memory, Fields, Reason> => ({
  does: 'change',
  ...aspect,
})

/** What a line that colleagues write brings, whatever is in it. */
export type Written<Event extends string> = {
  type: Event
  at: number
  author: string
  name: string
  clientId: string
  text: string
  answers?: string
  files?: readonly SentFile[]
  mentions?: readonly Mention[]
}

/** The event of an aspect. */
export type EventOf<Aspect> = Aspect extends { does: 'write'; event: infer Event extends string }
  ? Written<Event>
  : Aspect extends {
        event: infer Event
        form: (inputs: Inputs) => infer Fields extends z.core.$ZodShape
      }
    ? { type: Event; at: number; name?: string; asOf?: number } & z.output<z.ZodObject<Fields>>
    : never

/** The word by which is found what has this value, however it is written: `tag:refund`. */
export const aspectKey = (name: string, value: string): string =>
  `${name}:${value.toUpperCase().toLowerCase()}`
