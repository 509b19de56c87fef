import type { FirstStep } from '../../../actors/first-steps'
import { Button, LinkButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { paths } from '../../paths'
import { firstStepWords } from '../../words/first-steps'
import type { OfficeContext } from '../context'
import { departmentPaths } from '../departments'
import { OfficeFrame } from '../frame'
import { letterPaths } from '../letters'
import { Panel } from '../panel'
import { peoplePaths } from '../people-paths'
import { sitesPaths } from '../sites'
import { textPaths } from '../texts/paths'
import { firstStepPaths } from './paths'
import type { FirstStepsView } from './view'

/** Where each is done. */
const places: Readonly<Record<FirstStep, string>> = {
  departments: departmentPaths.list,
  people: peoplePaths.list,
  hours: paths.office.of('hours'),
  texts: textPaths.list,
  widget: sitesPaths.page,
  mail: letterPaths.list,
}

/** What comes after a desk was set up, each with whether it is done and where. */
export const FirstStepsPage = ({ view, ...context }: OfficeContext & { view: FirstStepsView }) => {
  const words = firstStepWords[context.language]
  const left = view.steps.filter(({ done }) => !done).length
  return (
    <OfficeFrame
      {...context}
      title={words.title}
      aside={<span class="aside">{words.left(left)}</span>}
      acts={
        <LinkButton href={paths.workbench.page} icon="arrowLeft">
          {words.toWorkbench}
        </LinkButton>
      }
    >
      <Panel id="steps" title={left === 0 ? words.allDone : words.next} hint={words.lead}>
        <ol class="first-steps">
          {view.steps.map(({ step, done }) => (
            <li data-step={step} data-done={done ? 'yes' : 'no'}>
              <a href={places[step]}>
                <Icon name={done ? 'check' : 'circle'} />
                <span class="first-step">
                  <b>{words.steps[step].title}</b>{' '}
                  <Chip tone={done ? 'ok' : 'plain'}>{done ? words.done : words.open}</Chip>{' '}
                  <small>{words.steps[step].hint}</small>
                </span>
                <Icon name="chevronRight" />
              </a>
            </li>
          ))}
        </ol>
      </Panel>
      {view.isShown && (
        <form method="post" action={firstStepPaths.away} class="first-steps-away">
          <Button>{words.putAway}</Button>
          <small>{words.putAwayHint}</small>
        </form>
      )}
    </OfficeFrame>
  )
}
