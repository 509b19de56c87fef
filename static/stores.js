/**
 * What this browser keeps, of this tab and of all: the one place where its stores are asked. Some give
 * none to a page in a frame, or have no room: what is put there this page still knows, until it goes.
 */
globalThis.bellhop ??= {}
;(() => {
  const storeOf = (name) => {
    const here = new Map()
    const ask = (act) => {
      try {
        return act(globalThis[name])
      } catch {
        return null
      }
    }
    return {
      get: (key) => here.get(key) ?? ask((store) => store.getItem(key)),
      set: (key, value) => {
        here.set(key, value)
        ask((store) => {
          store.setItem(key, value)
          here.delete(key)
        })
      },
      remove: (key) => {
        here.delete(key)
        ask((store) => store.removeItem(key))
      },
      keys: () => [...here.keys(), ...(ask(Object.keys) ?? [])],
    }
  }
  globalThis.bellhop.inTab ??= storeOf('sessionStorage')
  globalThis.bellhop.inBrowser ??= storeOf('localStorage')
})()
