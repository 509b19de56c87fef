import { priorities } from '../../../actors/conversation/aspects/priorities'
import { SeqField } from '../../parts/fields/seq-field'
import { Icon } from '../../parts/icon'
import { Chip } from '../../parts/marks'
import { paths } from '../../paths'
import { wordsIn } from '../../words'
import { punctuation } from '../../words/punctuation'
import type { AspectProps, AspectView } from '../aspect'

/** How soon it wants an answer; a menu for who may say so. */
const Priority = ({ language, conversation: { id, priority }, rights, seq }: AspectProps) => {
  const words = wordsIn(language).workbench.priority
  return (
    <section id="priority" class="aspect" aria-label={words.label} data-priority={priority}>
      {rights.prioritize ? (
        <details name="room-menu">
          <summary class="pick">
            <Icon name="flag" />
            <span class="sr">{`${words.label}${punctuation[language].colon}`}</span>
            {words.names[priority]}
          </summary>
          <form class="menu" method="post" action={paths.workbench.priority(id)}>
            <SeqField seq={seq} />

            {priorities.toReversed().map((each) => (
              <>
                <button
                  class="button quiet"
                  name="priority"
                  value={each}
                  type="submit"
                  aria-current={each === priority ? 'true' : undefined}
                >
                  {words.names[each]}
                </button>{' '}
              </>
            ))}
          </form>
        </details>
      ) : (
        priority !== 'normal' && <Chip>{words.of(words.names[priority])}</Chip>
      )}
    </section>
  )
}

/** What can wait as long as others says nothing. */
const tones = { low: 'plain', normal: null, high: 'warn', urgent: 'bad' } as const

export const priorityView: AspectView = {
  part: {
    id: 'priority',
    draw: (props) => <Priority {...props} />,
    key: ({ conversation, rights }) => JSON.stringify([conversation.priority, rights.prioritize]),
  },
  chips: ({ priority }, { language }) => {
    const words = wordsIn(language).workbench.priority
    const [tone, name] = [tones[priority], words.names[priority]]
    if (tone === null) return []
    return [
      <Chip tone={tone} of="priority" title={words.of(name)}>
        {name}
      </Chip>,
    ]
  },
}
