import type { Answer } from '../../../actors/text/answers'
import { LinkButton } from '../../parts/button'
import { Chip } from '../../parts/marks'
import { paths } from '../../paths'
import { answerText } from '../../transcript/answers'
import type { Language } from '../../words/language'
import { wrapUp as words } from '../../words/wrap-up'
import type { AspectProps, AspectView } from '../aspect'

/** After its end: that nothing was filled in, and the way to do so. */
const WrapUp = ({ language, conversation: { id, wrapUp }, rights }: AspectProps) => {
  const { title, notFilled, fill, change } = words[language]
  return (
    <section id="wrap-up" class="aspect" aria-label={title}>
      {wrapUp && !wrapUp.filled && <Chip tone="warn">{notFilled}</Chip>}{' '}
      {wrapUp && rights.wrapUp && (
        <LinkButton href={paths.workbench['wrap-up'](id)} tone="quiet">
          {wrapUp.filled ? change : fill}
        </LinkButton>
      )}
    </section>
  )
}

export const wrapUpView: AspectView = {
  part: {
    id: 'wrap-up',
    draw: (props) => <WrapUp {...props} />,
    key: ({ conversation, rights }) => JSON.stringify([conversation.wrapUp, rights.wrapUp]),
  },
  chips: ({ wrapUp }, { language }) =>
    wrapUp && !wrapUp.filled
      ? [
          <Chip tone="warn" of="wrap-up">
            {words[language].notFilled}
          </Chip>,
        ]
      : [],
}

/** What was filled in, beside the transcript: under a title of its own, for it is not the visitor's. */
export const WrapUpDetails = ({
  language,
  answers,
}: {
  language: Language
  answers: readonly Answer[]
}) =>
  answers.length === 0 ? null : (
    <>
      <h2>{words[language].title}</h2>
      <dl>
        {answers.map((answer) => (
          <div>
            <dt>{answer.label}</dt>
            <dd dir="auto">{answerText(answer, language)}</dd>
          </div>
        ))}
      </dl>
    </>
  )
