// Of a part of the index that does not arrive Pagefind says nothing, and answers as if nothing stood
// in it. These lines stand before its own in the worker: then every answer is that something is missing.
(() => {
  const get = self.fetch;
  const tell = self.postMessage;
  let missing = "";
  self.fetch = async (address, ...more) => {
    try {
      const answer = await get(address, ...more);
      if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
      return answer;
    } catch (fault) {
      if (String(address).endsWith(".pf_index")) missing ||= String(fault);
      throw fault;
    }
  };
  self.postMessage = (answer) => tell.call(self, missing ? { id: answer.id, error: missing } : answer);
})();
