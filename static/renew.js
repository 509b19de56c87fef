/** A page that looks again after a while, by GET, whatever it was the answer to. */
setTimeout(() => location.replace(location.href), Number(document.body.dataset.renew) * 1000)
