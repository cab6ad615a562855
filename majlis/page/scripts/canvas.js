// How a name looks on the network's canvas: a sign by its kind and a label with a halo.

const radius = (look) => 4 + Math.min(Math.sqrt(look.seats) * 1.1, 9);
const toneOf = (look) => (look.tone === "faint" ? 0.55 : 1);

function cut(ctx, text, width) {
  if (ctx.measureText(text).width <= width) return text;
  let short = text;
  while (short && ctx.measureText(`${short}…`).width > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

// A name on the canvas: a sign by its kind, and its label beside it in columns, below it elsewhere.
function drawNode({ ctx, id, x, y }) {
  const look = seen.get(id);
  if (!look) return { drawNode() {}, nodeDimensions: { width: 1, height: 1 } };
  return state.layout === "columns" ? pill(ctx, look, x, y) : mark(ctx, look, x, y);
}

function pill(ctx, look, x, y) {
  ctx.font = `${look.tone === "chosen" ? 700 : 400} ${TEXT}px ${fontFamily()}`;
  const size = Math.min(radius(look), 9), text = cut(ctx, labelOf(look.id), WIDEST - 34);
  const width = ctx.measureText(text).width + 2 * size + 18, left = x - width / 2;
  widths.set(look.id, width);
  return {
    drawNode() {
      ctx.save();
      ctx.font = `${look.tone === "chosen" ? 700 : 400} ${TEXT}px ${fontFamily()}`;
      ctx.fillStyle = look.tone === "chosen" ? colours.soft : colours.paper;
      ctx.strokeStyle = look.id === cursor || look.tone === "chosen" ? colours.accent : look.tone === "lit" ? colours.faint : colours.edge;
      ctx.lineWidth = look.id === cursor ? 3 : look.tone === "chosen" ? 2 : 1;
      ctx.beginPath();
      ctx.roundRect(left, y - PILL / 2 + 2, width, PILL - 4, 6);
      ctx.fill();
      ctx.stroke();
      sign(ctx, look.kind, left + size + 5, y, size, toneOf(look));
      ctx.fillStyle = look.tone === "faint" ? colours.faint : colours.ink;
      ctx.textBaseline = "middle";
      ctx.textAlign = "left";
      ctx.fillText(text, left + 2 * size + 11, y + 0.5);
      ctx.restore();
    },
    nodeDimensions: { width, height: PILL - 4 },
  };
}

function mark(ctx, look, x, y) {
  const scale = net.getScale(), size = (radius(look) + 1) / scale;
  return {
    drawNode() {
      ctx.save();
      sign(ctx, look.kind, x, y, size, toneOf(look));
      if (look.id === cursor || look.tone === "chosen") {
        ctx.strokeStyle = colours.accent;
        ctx.lineWidth = 3 / scale;
        ctx.beginPath();
        ctx.arc(x, y, size + 4 / scale, 0, 2 * Math.PI);
        ctx.stroke();
      }
      ctx.restore();
    },
    drawExternalLabel() {
      if (free.labels.has(look.id)) halo(ctx, labelOf(look.id), x + free.labels.get(look.id)[0] / scale, y + free.labels.get(look.id)[1] / scale, { scale, bold: look.tone === "chosen", faint: look.tone === "faint" });
    },
    nodeDimensions: { width: 2 * size, height: 2 * size },
  };
}

const fontFamily = () => "system-ui, 'Noto Sans', 'Noto Sans Arabic', Arial, sans-serif";

function halo(ctx, text, x, y, { scale = 1, bold = false, faint = false, colour = null } = {}) {
  ctx.save();
  ctx.font = `${bold ? 700 : 400} ${12 / scale}px ${fontFamily()}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 4 / scale;
  ctx.strokeStyle = colours.paper;
  ctx.strokeText(text, x, y);
  ctx.fillStyle = colour ?? (faint ? colours.faint : colours.ink);
  ctx.fillText(text, x, y);
  ctx.restore();
}

// The sign of a kind: figures round, parties square, alliances diamonds, blocs six-sided, offices triangles.
function sign(ctx, kind, x, y, size, alpha) {
  const corners = { party: [4, Math.PI / 4], alliance: [4, 0], bloc: [6, 0], office: [3, -Math.PI / 2], province: [8, Math.PI / 8] }[kind];
  ctx.globalAlpha = alpha;
  ctx.fillStyle = colours[`kind-${kind}`] || colours.faint;
  ctx.beginPath();
  if (!corners) ctx.arc(x, y, size * 0.9, 0, 2 * Math.PI);
  else for (let step = 0; step < corners[0]; step += 1) {
    const angle = corners[1] + (2 * Math.PI * step) / corners[0];
    ctx[step ? "lineTo" : "moveTo"](x + size * Math.cos(angle), y + size * Math.sin(angle));
  }
  ctx.closePath();
  ctx.fill();
  ctx.globalAlpha = 1;
}
