import { isProblem, Problem } from '../../../actors/problem'
import { privacyGroups, privacyInMenu, privacyPaths } from '../../../views/office/privacy/details'
import { PrivacyPage } from '../../../views/office/privacy/page'
import { dayOf } from '../../../views/words/times'
import { changeDeskSettings, deskSettingsForm } from '../../commands/desk-settings/change'
import { takeAlong } from '../../commands/privacy/archive'
import { askErasure, erasureForm, foresee, someoneForm } from '../../commands/privacy/erase'
import { holdForm, holdLegally, releaseHold } from '../../commands/privacy/holds'
import { beginToDelete, countExpired } from '../../commands/privacy/retention'
import { allows } from '../../policies/permissions'
import { archiveOf } from '../../reads/archive'
import { groupVersion } from '../../reads/office-desk'
import { readPrivacy } from '../../reads/office-privacy'
import { staff } from '../person'
import { type Route, route } from '../route'
import { officePage } from './page'

const permission = 'privacy.manage'

const page = officePage({
  ...{ path: privacyPaths.page, permission, menu: privacyInMenu },
  find: () => null,
  read: async ({ desk }) => readPrivacy(desk.store, await countExpired(desk)),
  draw: (details, context) => PrivacyPage({ ...context, ...details }),
  told: ({ foreseen: _, groups, ...details }) => ({
    ...details,
    ...Object.fromEntries(Object.entries(groups).map(([group, { values }]) => [group, values])),
  }),
})

const held = officePage({
  ...{ path: privacyPaths.page, permission, menu: privacyInMenu },
  find: async (c, { desk }) => {
    const [hold] = await desk.store.erasures.heldOf([(c.req.param('id') ?? '').slice(0, 128)])
    return hold ?? new Problem('missing', 'missing')
  },
  read: async ({ desk }) => readPrivacy(desk.store, await countExpired(desk)),
  draw: (details, context) => PrivacyPage({ ...context, ...details }),
})

/** All that is kept of somebody, as a file that is written while it goes out. */
const archive = route({
  ...{ method: 'POST', path: privacyPaths.archive, permission, form: someoneForm },
  run: ({ c, web, input }) => takeAlong(web.desk, staff(c), String(input.visitor ?? '')),
  made: ({ c, web: { desk } }, { visitors, customers, emails, conversations }) => {
    const now = desk.clock.now()
    const { language, zone } = c.get('look')
    const bytesOf = (id: string, bytes: number) => desk.files.read(id, 0, bytes)
    // It is theirs: who may read what is masked hands it out as it is.
    const isWhole = allows(staff(c), 'privacy.reveal')
    const store = isWhole ? { ...desk.store, ...desk.unmasked } : desk.store
    const stream = archiveOf(
      { store, bytesOf },
      { visitors, customers, emails, conversations, language, zone, now },
    )
    return c.body(stream, 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="person-${dayOf(now, zone)}.zip"`,
    })
  },
})

/** What the desk owes to people. */
export const privacyRoutes: readonly Route[] = [
  page.show,
  archive,
  page.verb({
    ...{ path: privacyPaths.look, name: 'look', said: 'looked', form: someoneForm },
    run: async ({ web, input }) => {
      const ref = String(input.visitor ?? '').trim()
      const found = await foresee(web.desk, ref)
      return isProblem(found) ? found : { ...found, ref }
    },
    made: ({ visitors, customers, conversations, held }) => ({
      ...{ visitors, accounts: customers.length, conversations, held },
    }),
    shown: ({ ref, visitors, customers, conversations, held }) => ({
      foreseen: {
        ...{ ref, conversations, held },
        ...{ visitors: visitors.length, accounts: customers.length },
      },
    }),
  }),
  page.verb({
    ...{ path: privacyPaths.erasures, name: 'erasure', said: 'begun', form: erasureForm },
    run: ({ c, web, input }) => askErasure(web.desk, staff(c), input),
    made: ({ id }) => ({ id }),
  }),
  page.verb({
    ...{ path: privacyPaths.holds, name: 'hold', said: 'held', form: holdForm },
    run: ({ c, web, input }) => holdLegally(web.desk, staff(c), input),
    made: (object) => ({ object }),
  }),
  ...privacyGroups.map((group) =>
    page.verb({
      ...{ path: privacyPaths.settings(group), name: group, said: 'kept' },
      form: deskSettingsForm(group),
      run: async ({ web, input }) => {
        const versionOf = groupVersion(group)
        const outcome = await changeDeskSettings(web.desk, group, input, { versionOf })
        await web.reads.settings.load()
        return outcome
      },
      to: () => privacyPaths.page,
    }),
  ),
  page.verb({
    ...{ path: privacyPaths.retention, name: 'expiry', said: 'deleted' },
    run: ({ c, web }) => beginToDelete(web.desk, staff(c)),
    to: () => privacyPaths.page,
    made: (outcome) => outcome,
  }),
  held.verb({
    ...{ path: privacyPaths.release(':id'), name: 'release', said: 'released' },
    run: ({ c, web, subject }) => releaseHold(web.desk, staff(c), subject),
    to: () => privacyPaths.page,
  }),
]
