import { and, eq, gt, isNotNull, isNull, notExists, or, sql } from 'drizzle-orm'
import type { Profiles } from '../ports/profiles'
import type { QueryContext } from '../query-context'
import { putInto } from '../statements'
import type { AccountTables } from '../tables/accounts'
import type { FactorTables } from '../tables/factors'
import type { ProfileTables } from '../tables/profiles'
import { deleteBatch } from './delete-batch'

type Profiled = QueryContext<ProfileTables & AccountTables & FactorTables>

export const profilesOver = (base: Profiled): Profiles => {
  const { db, tables, upsert, write } = base
  const { profiles } = tables
  const put = putInto(upsert, profiles, [profiles.account])
  const pushes = pushesOver(base)
  return {
    ...avatarsOver(base),
    ...pushes,
    find: async (account) =>
      (await db.select().from(profiles).where(eq(profiles.account, account)))[0],
    keep: async (profile) => {
      await write([put(profile)])
    },
    forget: async (account) => {
      await db.delete(profiles).where(eq(profiles.account, account))
      await db.delete(tables.pushes).where(eq(tables.pushes.account, account))
    },
  }
}

const avatarsOver = ({
  db,
  tables,
  upsert,
  write,
}: Profiled): Pick<Profiles, 'keepAvatar' | 'avatar' | 'dropAvatar' | 'faces'> => {
  const { avatars, profiles } = tables
  const put = putInto(upsert, avatars, [avatars.mark])
  return {
    keepAvatar: async (image) => {
      await write([put(image)])
    },
    avatar: async (mark) => (await db.select().from(avatars).where(eq(avatars.mark, mark)))[0],
    dropAvatar: async (mark) => {
      const used = await db
        .select({ account: profiles.account })
        .from(profiles)
        .where(eq(profiles.avatar, mark))
        .limit(1)
      if (used.length === 0) await db.delete(avatars).where(eq(avatars.mark, mark))
    },
    faces: async () => {
      const { account, avatar } = profiles
      const rows = await db.select({ account, avatar }).from(profiles).where(isNotNull(avatar))
      return rows.flatMap((row) => (row.avatar ? [{ ...row, avatar: row.avatar }] : []))
    },
  }
}

const pushesOver = ({
  db,
  tables,
  upsert,
  write,
}: Profiled): Pick<
  Profiles,
  'subscribe' | 'pushesOf' | 'subscribers' | 'unsubscribe' | 'forgetPushes'
> => {
  const { pushes, sessions, accounts, forcedRoles } = tables
  const put = putInto(upsert, pushes, [pushes.id])
  return {
    subscribe: async (push) => {
      await write([put(push)])
    },
    pushesOf: async (account, now) => {
      const rows = await db
        .select({ push: pushes })
        .from(pushes)
        .innerJoin(sessions, eq(sessions.tokenHash, pushes.session))
        .leftJoin(accounts, eq(accounts.id, sessions.account))
        .leftJoin(forcedRoles, eq(forcedRoles.role, accounts.role))
        .where(
          and(
            eq(pushes.account, account),
            eq(sessions.account, account),
            gt(sessions.expiresAt, now),
            gt(sessions.idleUntil, now),
            // A session that opens nothing is told nothing either.
            or(isNull(forcedRoles.role), isNotNull(sessions.strongAt)),
          ),
        )
      return rows.map(({ push }) => push)
    },
    subscribers: async () => {
      const rows = await db.selectDistinct({ account: pushes.account }).from(pushes)
      return rows.map(({ account }) => account)
    },
    unsubscribe: async (id) => {
      await db.delete(pushes).where(eq(pushes.id, id))
    },
    forgetPushes: (now) => {
      const goesOn = db
        .select({ one: sql`1` })
        .from(sessions)
        .where(
          and(
            ...[eq(sessions.tokenHash, pushes.session), eq(sessions.account, pushes.account)],
            ...[gt(sessions.expiresAt, now), gt(sessions.idleUntil, now)],
          ),
        )
      return deleteBatch({ db }, pushes, pushes.id, notExists(goesOn))
    },
  }
}
