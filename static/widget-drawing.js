/**
 * How the chat looks on somebody's site before it is loaded there: the button, the panel, and what
 * both say. All of it is in a shadow, so that neither the page nor this changes the other.
 */
office.drawing = (side, color) => {
  const make = (name, more) => Object.assign(document.createElement(name), more)
  const icon = (path) =>
    `<svg width="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round"><path d="${path}"/></svg>`
  const TALK = icon('M7.9 20A9 9 0 1 0 4 16.1L2 22Z')
  const DOWN = icon('m6 9 6 6 6-6')
  const PHONE = '(max-width:480px)'

  const paint = /^#[\da-f]{6}$/i.test(color) ? color : office.color
  /** White on what is dark, else nearly black: by how bright eyes find red, green and blue. */
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(paint.slice(at, at + 2), 16))
  const ink = 3 * r + 6 * g + b > 1500 ? '#1e1b2e' : '#fff'

  const style = new CSSStyleSheet()
  style.replaceSync(`
:host{all:initial;position:fixed;z-index:2147483000}
[hidden]{display:none!important}
button{all:unset;cursor:pointer;display:grid;place-items:center}
button:focus-visible{outline:2px solid ${paint};outline-offset:2px}
#b,#p{position:fixed;bottom:24px;${side}:24px;box-shadow:0 8px 24px -6px rgb(30 27 46/.45)}
#b{width:56px;height:56px;border-radius:50%;color:${ink};background:${paint}}
#n{position:absolute;top:-4px;right:-4px;min-width:8px;padding:0 6px;font:600 12px/20px system-ui,sans-serif;text-align:center;color:#fff;background:#c53030;border-radius:10px}
#p{bottom:92px;width:min(380px,100vw - 48px);height:min(600px,100vh - 116px);border-radius:22px;overflow:hidden;color:CanvasText;background:Canvas;color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}
iframe{width:100%;height:100%;border:0}
#w{position:absolute;inset:0;display:grid;place-content:center;gap:12px;padding:24px;text-align:center;background:inherit}
#x{min-height:44px;text-decoration:underline}
@media${PHONE}{#p{inset:0;width:auto;height:auto;border-radius:0}}`)

  const box = make('bellhop-widget')
  const root = box.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [style]
  const button = make('button', { id: 'b' })
  const count = make('span', { id: 'n' })
  const panel = make('div', { id: 'p', role: 'dialog' })
  const waiting = make('div', { id: 'w' })
  const why = make('span', { role: 'status' })
  const shut = make('button', { id: 'x' })
  waiting.append(why, shut)
  panel.append(waiting)
  root.append(button, panel)

  return {
    ...{ box, button, panel, shut, make },
    /** Whether the open chat covers the page: on a phone. */
    covers: () => matchMedia(PHONE).matches,
    /** Answers what the chat is called. */
    draw: ({ isOpen, isReady, hasFailed, unread, language, theme }) => {
      const [open, close, title, many, connecting, sorry] =
        office.words[/^zh/i.test(language ?? navigator.language) ? 'zh' : 'en']
      button.innerHTML = isOpen ? DOWN : TALK
      button.append(count)
      count.hidden = isOpen || !unread
      count.textContent = unread > 99 ? '99+' : unread
      button.ariaLabel = isOpen ? close : open + (unread ? ` (${unread} ${many})` : '')
      button.setAttribute('aria-expanded', isOpen)
      panel.ariaLabel = title
      panel.hidden = !isOpen
      panel.style.colorScheme = theme
      waiting.hidden = isReady
      shut.textContent = close
      why.textContent = hasFailed ? sorry : connecting
      return title
    },
  }
}
