/** What the page of a site hears of the chat, and what may fail without that page being the worse for it. */
office.listening = () => {
  const listeners = {}
  /** What the page does about it may fail, and the chat goes on. */
  const safely = (act, given) => {
    try {
      return act(given)
    } catch (fault) {
      console.error(fault)
    }
  }
  return {
    safely,
    /** A page that may keep nothing begins anew each time. */
    kept: (act) => {
      try {
        return act(sessionStorage)
      } catch {
        return null
      }
    },
    emit: (event, detail) => {
      for (const listener of listeners[event] ?? []) safely(listener, detail)
    },
    on: (event, listener) => {
      listeners[event] = [...(listeners[event] ?? []), listener]
    },
    off: (event, listener) => {
      listeners[event] = listeners[event]?.filter((one) => one !== listener)
    },
  }
}
