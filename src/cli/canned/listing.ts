import type { CannedScope } from '../../../actors/canned/reply'
import type { Store } from '../../store/store'
import type { Listing } from '../output'

/** A canned reply as tables and programs are told of it, and as it can be taken over again. */
type CannedLine = {
  code: string
  title: string
  folder: string
  body: string
  'body.en': string
  'body.zh': string
  scope: CannedScope
  /** Names, one after the other. */
  departments: string
  /** The e-mail of whose own it is. */
  owner: string
}

export const cannedListing: Listing<CannedLine> = {
  read: async ({ canned, accounts, departments }: Store) => {
    const names = new Map((await departments.all()).map(({ id, name }) => [id, name]))
    const lines: CannedLine[] = []
    for (const reply of await canned.all()) {
      const { code, title, folder, body, bodies, scope, holder } = reply
      const owner = scope === 'mine' ? ((await accounts.byId(holder))?.email ?? '') : ''
      lines.push({
        ...{ code, title, folder, body, 'body.en': bodies.en ?? '', 'body.zh': bodies.zh ?? '' },
        departments: reply.departments.map((id) => names.get(id) ?? id).join(', '),
        ...{ scope, owner },
      })
    }
    return lines
  },
  columns: {
    code: ({ code }) => code,
    title: ({ title }) => title,
    folder: ({ folder }) => folder,
    'for whom': ({ scope, departments, owner }) => owner || departments || scope,
  },
}
