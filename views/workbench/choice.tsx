import type { Decision } from '../../actors/decision'
import type { PageContext } from '../page-context'
import { Clock } from '../parts/time'
import { dayName, wordsIn } from '../words'
import { punctuation } from '../words/punctuation'
import { Candidates } from './candidates'
import type { DepartmentNames } from './inbox/lists'

type Choice = Pick<PageContext, 'language' | 'now' | 'zone'> & {
  decision: Decision
  departments: DepartmentNames
}

/** One time that a conversation left the line: when, by which rule, and who was looked at. */
export const Choice = ({ decision, departments, language, now, zone }: Choice) => {
  const { workbench: words, strategies } = wordsIn(language)
  const { at, ticket, strategy, chosen } = decision
  const department = departments[decision.department]
  return (
    <section class="choice">
      <h2>
        {words.visit(ticket)}
        {department && `${punctuation[language].between}${department}`}
      </h2>
      <p class="hint">
        {dayName(at, now, zone, language)} <Clock at={at} zone={zone} />
        {punctuation[language].between}
        {words.strategy(strategies[strategy])}
        {chosen === null && `${punctuation[language].between}${words.noneChosen}`}
      </p>
      <Candidates {...decision} language={language} />
    </section>
  )
}
