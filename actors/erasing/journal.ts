import type { AnyEvent } from '../events'
import { emptyProfile } from '../visitor/profile'
import { type Scrubber, scrubbed } from './scrubber'

const nothingKnown = {
  ...{ name: '', email: '', subject: '', fromSite: {}, profile: emptyProfile, pinned: false },
}

/**
 * An event of a visitor as their journal keeps it once they are erased: that it happened and when, and
 * no word of theirs. Whatever these events led to, the erasure comes after it and leaves nothing of it:
 * so the journal leads where it led before.
 */
export const wordless = (event: AnyEvent): AnyEvent => {
  switch (event.type) {
    case 'asked':
      return { ...event, name: '', email: '', address: '', ...('phone' in event && { phone: '' }) }
    case 'identified':
      return { ...event, subject: '', name: '', email: '', attributes: {} }
    case 'reported':
      return { ...event, attributes: {} }
    case 'introduced':
      return { ...event, email: '' }
    case 'described':
      return { ...event, changes: {}, before: {} }
    case 'imported':
      if (!('profile' in event)) return event
      return { ...event, name: '', email: '', profile: emptyProfile, fromSite: {} }
    case 'invited':
      return { ...event, words: '' }
    case 'welcomed':
    case 'released':
      return { ...event, known: nothingKnown }
    default:
      return event
  }
}

/**
 * An event of a conversation of theirs, where only names are: what people write is in no journal. A
 * name that is all of a text becomes the name they have from then on, as the turn that says so has it.
 */
export const renamed = (
  event: AnyEvent,
  { names, name, scrub }: { names: ReadonlySet<string>; name: string; scrub: Scrubber },
): AnyEvent => scrubbed(event, (text) => (names.has(text) ? name : scrub(text)))
