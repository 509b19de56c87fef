import { FirstStepsPage } from '../../../views/office/first-steps/page'
import { firstStepPaths, firstStepsInMenu } from '../../../views/office/first-steps/paths'
import { putAwayFirstSteps } from '../../commands/first-steps/change'
import { readFirstSteps } from '../../reads/first-steps'
import { staff } from '../person'
import type { Route } from '../route'
import { officePage } from './page'

const page = officePage({
  ...{ path: firstStepPaths.page, permission: 'settings.manage', menu: firstStepsInMenu },
  find: (c) => staff(c),
  read: ({ desk }) => readFirstSteps(desk.store, desk.mails),
  draw: (view, context) => FirstStepsPage({ ...context, view }),
})

/** What comes after a desk was set up. */
export const firstStepRoutes: readonly Route[] = [
  page.show,
  page.verb({
    ...{ path: firstStepPaths.away, name: 'away', said: 'away' },
    run: async ({ c, web }) => {
      const outcome = await putAwayFirstSteps(web.desk, staff(c))
      await web.firstSteps.load()
      return outcome
    },
    to: () => firstStepPaths.page,
  }),
]
