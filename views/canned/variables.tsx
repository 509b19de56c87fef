import { variables } from '../../actors/text/template'
import { canned } from '../words/canned'
import type { Language } from '../words/language'

/** All that can stand in prepared words to be filled in: there is nothing else. */
export const Variables = ({ language }: { language: Language }) => {
  const words = canned[language]
  return (
    <details class="canned-variables">
      <summary>{words.variables}</summary>
      <p class="hint">{words.variablesHint}</p>
      <ul>
        {[...variables.map((name) => `{{${name}}}`), words.instead, words.question].map((one) => (
          <li>
            <code>{one}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
