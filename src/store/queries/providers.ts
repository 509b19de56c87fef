import { and, asc, eq } from 'drizzle-orm'
import type { Provider } from '../../../actors/provider'
import type { Providers } from '../ports/providers'
import type { QueryContext } from '../query-context'
import { insertInto, removeFrom } from '../statements'
import type { AccountTables } from '../tables/accounts'
import type { AuditTables } from '../tables/audit'
import type { ProviderTables } from '../tables/providers'
import { tellingInto } from './audit'

type DoorContext = QueryContext<ProviderTables & AccountTables & AuditTables>

export const providersOver = (base: DoorContext): Providers => ({
  ...onesOver(base),
  ...linksOver(base),
})

const onesOver = ({
  db,
  tables,
  write,
}: DoorContext): Pick<Providers, 'all' | 'find' | 'create' | 'change' | 'remove'> => {
  const { providers, providerLinks, sessions } = tables
  const { id, version } = providers
  const tell = tellingInto(tables)
  const insert = insertInto(providers)
  const removeVersion = removeFrom(providers, { id, version })
  const removeOne = removeFrom(providers, { id })
  const unlink = removeFrom(providerLinks, { provider: providerLinks.provider })
  const end = removeFrom(sessions, { door: sessions.door })
  return {
    all: () => db.select().from(providers).orderBy(asc(providers.label), asc(id)),
    find: async (of) => (await db.select().from(providers).where(eq(id, of)))[0],
    create: async (provider, told) => {
      await write([insert(provider), ...tell(told)])
    },
    change: (provider: Provider, { version: before, forgets }, told) =>
      write([
        removeVersion({ id: provider.id, version: before }, { onUnchanged: 'changed' as const }),
        insert(provider),
        ...(forgets ? [unlink({ provider: provider.id })] : []),
        ...tell(told),
      ]),
    remove: async (of, told) => {
      const gone = [
        removeOne({ id: of }),
        unlink({ provider: of }),
        end({ door: `provider:${of}` }),
      ]
      await write([...gone, ...tell(told)])
    },
  }
}

const linksOver = ({
  db,
  tables,
  write,
}: DoorContext): Pick<Providers, 'link' | 'linksOf' | 'addLink' | 'removeLink'> => {
  const { providerLinks } = tables
  const { provider, subject, account } = providerLinks
  const tell = tellingInto(tables)
  const insert = insertInto(providerLinks)
  const remove = removeFrom(providerLinks, { account, provider })
  return {
    link: async (of, called) => {
      const own = and(eq(provider, of), eq(subject, called))
      return (await db.select().from(providerLinks).where(own))[0]
    },
    linksOf: (of) => db.select().from(providerLinks).where(eq(account, of)),
    addLink: (link, told) =>
      write([
        insert(link, { onDuplicate: [{ key: '', outcome: 'taken' as const }] }),
        ...tell(told),
      ]),
    removeLink: async (of, by, told) => {
      await write([remove({ account: of, provider: by }), ...tell(told)])
    },
  }
}
