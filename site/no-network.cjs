// Loaded before the generator when the site is built, so that a page or a package that wants something from elsewhere fails the build.
const dns = require('node:dns');

const { lookup } = dns;

dns.lookup = (host, ...rest) => {
  if (host !== 'localhost') {
    throw new Error(`the site is built without a network, and something asked for ${host}`);
  }
  return lookup(host, ...rest);
};
