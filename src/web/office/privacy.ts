import { isProblem } from '../../../actors/problem'
import { privacyInMenu, privacyPaths } from '../../../views/office/privacy/details'
import { PrivacyPage } from '../../../views/office/privacy/page'
import { dayOf } from '../../../views/words/times'
import { takeAlong } from '../../commands/privacy/archive'
import { askErasure, erasureForm, foresee, someoneForm } from '../../commands/privacy/erase'
import { holdForm, holdLegally, releaseHold } from '../../commands/privacy/holds'
import { archiveOf } from '../../reads/archive'
import { readPrivacy } from '../../reads/office-privacy'
import { staff } from '../person'
import { type Route, route } from '../route'
import { officePage } from './page'

const permission = 'privacy.manage'

const page = officePage({
  ...{ path: privacyPaths.page, permission, menu: privacyInMenu },
  find: () => null,
  read: ({ desk }) => readPrivacy(desk.store),
  draw: (details, context) => PrivacyPage({ ...context, ...details }),
  told: ({ foreseen: _, ...details }) => details,
})

const held = officePage({
  ...{ path: privacyPaths.page, permission, menu: privacyInMenu },
  find: (c) => c.req.param('id') ?? '',
  read: ({ desk }) => readPrivacy(desk.store),
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
    const stream = archiveOf(
      { store: desk.store, bytesOf },
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
    ...{ path: privacyPaths.look, name: 'look', said: 'begun', form: someoneForm },
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
  held.verb({
    ...{ path: privacyPaths.release(':id'), name: 'release', said: 'released' },
    run: ({ c, web, subject }) => releaseHold(web.desk, staff(c), subject),
    to: () => privacyPaths.page,
  }),
]
