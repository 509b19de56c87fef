import { completeNotices } from '../../../actors/agent/notices'
import { type Columns, HASH_BYTES, WORD_BYTES } from '../columns'

/** What those who answer have set for themselves, their pictures, and where they are told. */
export const profileTables = (c: Columns) => ({
  profiles: c.table('profiles', {
    account: c.id('account').primaryKey(),
    /** Mark of their picture. */
    avatar: c.key('avatar', HASH_BYTES),
    notices: c.jsonAs('notices', completeNotices).notNull(),
  }),
  avatars: c.table('avatars', {
    mark: c.key('mark', HASH_BYTES).primaryKey(),
    type: c.key('type', WORD_BYTES).notNull(),
    bytes: c.bytes('bytes').notNull(),
  }),
  pushes: c.table(
    'pushes',
    {
      /** Hash of where it leads. */
      id: c.key('id', HASH_BYTES).primaryKey(),
      account: c.id('account').notNull(),
      /** In which it was asked for: without it nothing more is pushed. */
      session: c.key('session', HASH_BYTES).notNull(),
      endpoint: c.long('endpoint').notNull(),
      p256dh: c.key('p256dh', 128).notNull(),
      auth: c.key('auth', 64).notNull(),
      language: c.key('language', WORD_BYTES).notNull(),
    },
    (t) => [c.index('pushes_account').on(t.account), c.index('pushes_session').on(t.session)],
  ),
})
export type ProfileTables = ReturnType<typeof profileTables>
