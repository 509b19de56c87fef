import type { Candidate, Decision } from '../../actors/decision'
import type { PageContext } from '../page-context'
import { Avatar } from '../parts/avatar'
import { Chip } from '../parts/marks'
import { wordsIn } from '../words'
import { routing } from '../words/routing'

type Candidates = Pick<PageContext, 'language'> & Pick<Decision, 'candidates' | 'chosen' | 'others'>

/** Who was looked at for a conversation, and what spoke for and against each. */
export const Candidates = ({ language, candidates, chosen, others }: Candidates) => {
  const words = wordsIn(language).workbench
  return (
    // Where it is wider than its page, it is moved by keys too.
    <figure class="table-wrap" aria-label={words.decisions} tabindex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.agent}</th>
            <th scope="col">{words.holds}</th>
            <th scope="col">{words.score}</th>
            <th scope="col">{words.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {candidates.map((candidate) => (
            <Row language={language} candidate={candidate} chosen={chosen} />
          ))}
          <Others language={language} others={others} />
        </tbody>
      </table>
    </figure>
  )
}

const Row = ({
  language,
  candidate,
  chosen,
}: Pick<PageContext, 'language'> & { candidate: Candidate; chosen: string | null }) => {
  const words = wordsIn(language).workbench
  const { agent, name, load, capacity, score } = candidate
  return (
    <tr data-chosen={agent === chosen ? '' : undefined}>
      <th scope="row">
        <span class="named">
          <Avatar id={agent} name={name} small />
          <bdi>{name || words.formerColleague}</bdi>
        </span>
      </th>
      <td>{words.load(load, capacity)}</td>
      <td>{score === null ? '–' : Number(score.toFixed(2))}</td>
      <td>
        <Outcome language={language} candidate={candidate} chosen={agent === chosen} />
      </td>
    </tr>
  )
}

/** Those who are only counted: how many more, and what came of them. */
const Others = ({ language, others }: Pick<Candidates, 'language' | 'others'>) => {
  const { workbench: words, rejects } = wordsIn(language)
  const outcomes = { free: words.wasFree, ...rejects }
  return (
    <>
      {Object.entries(others).map(([outcome, count]) => (
        <tr>
          <th scope="row">{words.more(count)}</th>
          <td>–</td>
          <td>–</td>
          <td>
            <Chip>{outcomes[outcome as keyof typeof outcomes]}</Chip>
          </td>
        </tr>
      ))}
    </>
  )
}

const Outcome = ({
  language,
  candidate,
  chosen,
}: Pick<PageContext, 'language'> & { candidate: Candidate; chosen: boolean }) => {
  const { workbench: words, rejects } = wordsIn(language)
  const { reject, marks = [] } = candidate
  return (
    <span class="choice-marks">
      {chosen && <Chip tone="ok">{words.chosen}</Chip>}
      {!chosen && <Chip>{reject ? rejects[reject] : words.wasFree}</Chip>}
      {marks.map((mark) => (
        <Chip>{routing[language].marks[mark]}</Chip>
      ))}
    </span>
  )
}
