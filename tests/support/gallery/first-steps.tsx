import { firstSteps } from '../../../actors/first-steps'
import { FirstStepsPage } from '../../../views/office/first-steps/page'
import { firstStepsInMenu } from '../../../views/office/first-steps/paths'
import * as data from './data'
import { lookOf, type Picture } from './picture'

const picture = (name: string, done: number, isShown = true): Picture => ({
  name,
  page: (given) => (
    <FirstStepsPage
      {...lookOf(given)}
      me={{ id: data.olga, name: 'Olga' }}
      menu={[firstStepsInMenu]}
      page={firstStepsInMenu}
      view={{ steps: firstSteps.map((step, n) => ({ step, done: n < done })), isShown }}
    />
  ),
})

export const firstStepPictures: readonly Picture[] = [
  picture('office-first-steps', 2),
  picture('office-first-steps-done', firstSteps.length),
]
