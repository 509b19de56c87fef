import type { Part } from '../../part'
import { Empty } from '../../parts/empty'
import { Chip } from '../../parts/marks'
import { When } from '../../parts/time'
import { sizeText } from '../../words/files'
import { type SystemWords, system } from '../../words/system'
import { Panel } from '../panel'
import { type Fact, factsOf } from './facts'
import type { SystemProps } from './view'

type Name = keyof SystemWords['parts']

/** A part of facts, which is drawn again when one of them is another. */
const factsPart = (name: Name): Part<SystemProps> => ({
  id: `system-${name}`,
  draw: (props) => {
    const words = system[props.language]
    return (
      <div id={`system-${name}`} class="system-part">
        <Panel id={`about-${name}`} title={words.parts[name]}>
          <dl class="system-facts">
            {factsOf[name](props, words).map((fact) => (
              <FactRow fact={fact} props={props} />
            ))}
          </dl>
        </Panel>
      </div>
    )
  },
})

const FactRow = ({ fact, props }: { fact: Fact; props: SystemProps }) => (
  <div>
    <dt>{fact.name}</dt>
    <dd>
      {'at' in fact ? <When {...props} at={fact.at} /> : <bdi>{fact.value}</bdi>}
      {'beside' in fact && fact.beside && <small> {fact.beside}</small>}
    </dd>
  </div>
)

const Warnings = ({ view, language }: SystemProps) => {
  const words = system[language]
  if (view.warnings.length === 0)
    return <Empty icon="check" title={words.allWell} hint={words.allWellHint} />
  return (
    <Panel id="about-warnings" title={words.toDo}>
      <ul class="system-warnings">
        {view.warnings.map(({ code, mark, values }) => {
          const { says, fix } = words.warnings[code](shown(values))
          return (
            <li data-warning={code} data-mark={mark}>
              <p>
                <Chip tone={mark === 'bad' ? 'bad' : 'warn'}>{words.marks[mark]}</Chip> {says}
              </p>
              <p class="system-fix">{fix}</p>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

/** Sizes as people read them. */
const shown = (values: Readonly<Record<string, string | number>>) => ({
  ...values,
  ...(typeof values.bytes === 'number' ? { bytes: sizeText(values.bytes) } : {}),
})

/** What the page is made of, in its order; its feed draws each again as it changes. */
export const systemParts = {
  warnings: {
    id: 'system-warnings',
    draw: (props: SystemProps) => (
      <div id="system-warnings">
        <Warnings {...props} />
      </div>
    ),
  },
  program: factsPart('program'),
  node: factsPart('node'),
  store: factsPart('store'),
  live: factsPart('live'),
  workers: factsPart('workers'),
  mail: factsPart('mail'),
  backups: factsPart('backups'),
} satisfies Record<string, Part<SystemProps>>
