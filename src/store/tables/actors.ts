import type { Address } from '../../../actors/address'
import type { AnyEvent } from '../../../actors/events'
import type { Mail } from '../../../actors/mail'
import type { Snapshot } from '../../../actors/snapshot'
import type { Columns } from '../columns'

/** `conversation:` and an id. */
const ADDRESS_BYTES = 80
/** `<address>/<version>/<n>`, and `<address>/<delay id>` of a machine. */
const MAIL_ID_BYTES = 120
const TIMER_BYTES = 255

/** Actors at rest, how they came to be, and what they have sent. */
export const actorTables = (c: Columns) => ({
  journal: c.table(
    'journal',
    {
      address: c.key('address', ADDRESS_BYTES).$type<Address>().notNull(),
      version: c.int('version').notNull(),
      at: c.time('at').notNull(),
      event: c.json<AnyEvent>('event').notNull(),
      rejected: c.flag('rejected').notNull(),
    },
    // The fence: no two turns ever make the same version of one actor.
    (t) => [c.primaryKey({ columns: [t.address, t.version] })],
  ),
  actors: c.table('actors', {
    address: c.key('address', ADDRESS_BYTES).$type<Address>().primaryKey(),
    version: c.int('version').notNull(),
    snapshot: c.json<Snapshot>('snapshot').notNull(),
  }),
  mail: c.table(
    'mail',
    {
      // Where a timer is armed again, or for a tell its own id. A second unique key beside the
      // primary one would make MySQL lock its neighbours, and turns of strangers collide.
      slot: c.key('slot', TIMER_BYTES).primaryKey(),
      id: c.key('id', MAIL_ID_BYTES).notNull(),
      to: c.key('to_address', ADDRESS_BYTES).$type<Address>().notNull(),
      event: c.json<Mail['event']>('event').notNull(),
      dueAt: c.time('due_at').notNull(),
      // The sender's version: mail of one sender stays in the order it was sent.
      sent: c.int('sent').notNull(),
      leasedUntil: c.time('leased_until').notNull(),
      lease: c.id('lease'),
      tries: c.int('tries').notNull(),
      parked: c.flag('parked').notNull(),
      problem: c.long('problem'),
    },
    (t) => [c.index('mail_id').on(t.id), c.index('mail_due').on(t.parked, t.dueAt, t.sent)],
  ),
})
export type ActorTables = ReturnType<typeof actorTables>
