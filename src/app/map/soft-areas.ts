import type { Feature, Position } from 'geojson';
import type { CustomLayerInterface, CustomRenderMethodInput, Map as MapLibre } from 'maplibre-gl';
import { channels } from './palette.ts';

const LONGEST_STEP = 2;
const OPACITY = 0.45;
/** Reach of the feathered edge in CSS pixels. */
const FEATHER = 8;

const mercatorX = (lon: number) => (lon + 180) / 360;
const mercatorY = (lat: number) =>
  (1 - Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) / Math.PI) / 2;

interface Mesh {
  readonly place: number;
  /** Where each ring begins in the buffer and how many points it has. */
  readonly rings: readonly (readonly [number, number])[];
}

const FLAT = `#version 300 es
in vec2 a_pos; out vec2 v_pos;
void main() { v_pos = a_pos * 0.5 + 0.5; gl_Position = vec4(a_pos, 0.0, 1.0); }`;
const SOLID = `#version 300 es
precision mediump float; out vec4 colour; void main() { colour = vec4(1.0); }`;
const BLUR = `#version 300 es
precision mediump float; uniform sampler2D u_image; uniform vec2 u_step; uniform int u_reach; uniform vec4 u_colour;
in vec2 v_pos; out vec4 colour;
void main() {
  float sum = 0.0; float weights = 0.0;
  for (int i = -u_reach; i <= u_reach; i++) { float w = exp(-float(i * i) / 14.0); sum += w * texture(u_image, v_pos + u_step * float(i)).r; weights += w; }
  colour = u_colour * (sum / weights);
}`;
/** Neighbours that are looked at on each side of a point. */
const BLUR_REACH = 6;

/**
 * Areas with an edge that fades: a region is not known to the metre. All areas together make one mask, so that nested
 * ones are no darker; the mask is blurred and laid on the map in one colour.
 */
export class SoftAreas implements CustomLayerInterface {
  readonly id = 'soft-areas';
  readonly type = 'custom' as const;
  readonly renderingMode = '2d' as const;
  #map: MapLibre | null = null;
  #gl: WebGL2RenderingContext | null = null;
  #meshes: Mesh[] = [];
  #features: readonly Feature[] = [];
  #visible: (place: number) => boolean = () => false;
  #colour: [number, number, number] = [0, 0, 0];
  #vertices: WebGLBuffer | null = null;
  #quad: WebGLBuffer | null = null;
  #targets: { frame: WebGLFramebuffer; texture: WebGLTexture }[] = [];
  #stencil: WebGLRenderbuffer | null = null;
  #size: [number, number] = [0, 0];
  #programs = new Map<string, WebGLProgram>();
  #drawn = false;
  /** What the mask was made of: a frame in which none of it has changed keeps it. */
  #made = '';

  setFeatures(features: readonly Feature[]): void {
    this.#features = features.filter(({ geometry }) => /Polygon/.test(geometry.type));
    if (this.#gl) this.#upload(this.#gl);
  }

  show(visible: (place: number) => boolean): void {
    this.#visible = visible;
    this.#map?.triggerRepaint();
  }

  paint(colour: string): void {
    this.#colour = channels(colour);
    this.#map?.triggerRepaint();
  }

  onAdd(map: MapLibre, gl: WebGL2RenderingContext): void {
    this.#map = map;
    this.#gl = gl;
    this.#vertices = gl.createBuffer();
    this.#quad = gl.createBuffer();
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#quad);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1, 1, 1]), gl.STATIC_DRAW);
    this.#upload(gl);
  }

  onRemove(): void {
    this.#map = null;
    this.#gl = null;
    this.#programs.clear();
    this.#targets = [];
    this.#size = [0, 0];
    this.#made = '';
  }

  #upload(gl: WebGL2RenderingContext): void {
    const values: number[] = [];
    this.#made = '';
    this.#meshes = this.#features.map((feature) => {
      const { geometry } = feature;
      const polygons =
        geometry.type === 'Polygon'
          ? [geometry.coordinates]
          : geometry.type === 'MultiPolygon'
            ? geometry.coordinates
            : [];
      const rings = polygons.flat().map((ring): readonly [number, number] => {
        const first = values.length / 2;
        for (const [lon, lat] of densify(ring)) values.push(mercatorX(lon), mercatorY(lat));
        return [first, values.length / 2 - first];
      });
      return { place: Number(feature.id), rings };
    });
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
    gl.bufferData(gl.ARRAY_BUFFER, new Float32Array(values), gl.STATIC_DRAW);
  }

  #program(gl: WebGL2RenderingContext, name: string, vertex: string, fragment: string): WebGLProgram {
    const known = this.#programs.get(name);
    if (known) return known;
    const program = gl.createProgram();
    for (const [type, source] of [
      [gl.VERTEX_SHADER, vertex],
      [gl.FRAGMENT_SHADER, fragment],
    ] as const) {
      const shader = gl.createShader(type);
      if (!shader) throw new Error('no shader');
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.bindAttribLocation(program, 0, 'a_pos');
    gl.linkProgram(program);
    if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'shader');
    this.#programs.set(name, program);
    return program;
  }

  #resize(gl: WebGL2RenderingContext): void {
    const width = Math.max(1, gl.drawingBufferWidth >> 1);
    const height = Math.max(1, gl.drawingBufferHeight >> 1);
    if (this.#size[0] === width && this.#size[1] === height) return;
    this.#size = [width, height];
    for (const { frame, texture } of this.#targets) {
      gl.deleteFramebuffer(frame);
      gl.deleteTexture(texture);
    }
    if (this.#stencil) gl.deleteRenderbuffer(this.#stencil);
    this.#stencil = gl.createRenderbuffer();
    gl.bindRenderbuffer(gl.RENDERBUFFER, this.#stencil);
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.DEPTH24_STENCIL8, width, height);
    this.#targets = [0, 1].map((at) => {
      const texture = gl.createTexture();
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, width, height, 0, gl.RGBA, gl.UNSIGNED_BYTE, null);
      for (const parameter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
        gl.texParameteri(gl.TEXTURE_2D, parameter, gl.LINEAR);
      for (const parameter of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
        gl.texParameteri(gl.TEXTURE_2D, parameter, gl.CLAMP_TO_EDGE);
      const frame = gl.createFramebuffer();
      gl.bindFramebuffer(gl.FRAMEBUFFER, frame);
      gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0);
      if (at === 0)
        gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.DEPTH_STENCIL_ATTACHMENT, gl.RENDERBUFFER, this.#stencil);
      return { frame, texture };
    });
  }

  prerender(context: WebGLRenderingContext | WebGL2RenderingContext, input: CustomRenderMethodInput): void {
    const gl = context as WebGL2RenderingContext;
    const meshes = this.#meshes.filter(({ place }) => this.#visible(place));
    this.#drawn = meshes.length > 0;
    const { mainMatrix, projectionTransition } = input.defaultProjectionData;
    const { drawingBufferWidth, drawingBufferHeight } = gl;
    const made = [
      ...mainMatrix,
      projectionTransition,
      drawingBufferWidth,
      drawingBufferHeight,
      ...meshes.map(({ place }) => place),
    ].join();
    if (!this.#drawn || made === this.#made) return;
    this.#made = made;
    const before = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null;
    const viewport = gl.getParameter(gl.VIEWPORT) as Int32Array;
    gl.bindVertexArray(null);
    this.#resize(gl);
    const [width, height] = this.#size;
    gl.viewport(0, 0, width, height);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.CULL_FACE);
    gl.disable(gl.BLEND);
    gl.disable(gl.SCISSOR_TEST);
    gl.colorMask(true, true, true, true);
    gl.stencilMask(255);
    gl.bindFramebuffer(gl.FRAMEBUFFER, this.#targets[0]!.frame);
    gl.clearColor(0, 0, 0, 0);
    gl.clearStencil(0);
    gl.clear(gl.COLOR_BUFFER_BIT | gl.STENCIL_BUFFER_BIT);
    gl.enable(gl.STENCIL_TEST);
    gl.enableVertexAttribArray(0);
    for (const mesh of meshes) this.#mask(gl, input, mesh);
    gl.disable(gl.STENCIL_TEST);
    const reach = (FEATHER * (this.#map?.getPixelRatio() ?? 1)) / 2 / 5;
    for (const [from, to, step] of [
      [0, 1, [reach / width, 0]],
      [1, 0, [0, reach / height]],
    ] as const) {
      gl.bindFramebuffer(gl.FRAMEBUFFER, this.#targets[to]!.frame);
      this.#cover(gl, this.#targets[from]!.texture, [1, 1, 1, 1], BLUR_REACH, step);
    }
    gl.bindFramebuffer(gl.FRAMEBUFFER, before);
    gl.viewport(viewport[0]!, viewport[1]!, viewport[2]!, viewport[3]!);
  }

  /** Marks the inside of an area by the even-odd rule: fans of triangles flip the stencil. */
  #mask(
    gl: WebGL2RenderingContext,
    { shaderData, defaultProjectionData: p }: CustomRenderMethodInput,
    mesh: Mesh,
  ): void {
    const vertex = `#version 300 es\n${shaderData.vertexShaderPrelude}\n${shaderData.define}\nin vec2 a_pos;\nvoid main() { gl_Position = projectTile(a_pos); }`;
    const program = this.#program(gl, `mask-${shaderData.variantName}`, vertex, SOLID);
    gl.useProgram(program);
    const at = (name: string) => gl.getUniformLocation(program, name);
    gl.uniformMatrix4fv(at('u_projection_fallback_matrix'), false, p.fallbackMatrix as Float32List);
    gl.uniformMatrix4fv(at('u_projection_matrix'), false, p.mainMatrix as Float32List);
    gl.uniform4f(
      at('u_projection_tile_mercator_coords'),
      ...(p.tileMercatorCoords as [number, number, number, number]),
    );
    gl.uniform4f(at('u_projection_clipping_plane'), ...(p.clippingPlane as [number, number, number, number]));
    gl.uniform1f(at('u_projection_transition'), p.projectionTransition);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    // the second time paints what is inside and leaves the stencil empty for the next area
    for (const paints of [false, true]) {
      gl.colorMask(paints, paints, paints, paints);
      gl.stencilFunc(paints ? gl.NOTEQUAL : gl.ALWAYS, 0, 255);
      gl.stencilOp(gl.KEEP, gl.KEEP, paints ? gl.ZERO : gl.INVERT);
      for (const [first, count] of mesh.rings) gl.drawArrays(gl.TRIANGLE_FAN, first, count);
    }
  }

  /** Lays an image over all that is bound, each point with so many neighbours in a direction on both sides. */
  #cover(
    gl: WebGL2RenderingContext,
    texture: WebGLTexture,
    colour: readonly [number, number, number, number],
    reach: number,
    step: readonly [number, number],
  ): void {
    const program = this.#program(gl, 'blur', FLAT, BLUR);
    const at = (name: string) => gl.getUniformLocation(program, name);
    gl.useProgram(program);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.uniform1i(at('u_image'), 0);
    gl.uniform1i(at('u_reach'), reach);
    gl.uniform2f(at('u_step'), ...step);
    gl.uniform4f(at('u_colour'), ...colour);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#quad);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    gl.drawArrays(gl.TRIANGLE_STRIP, 0, 4);
  }

  render(context: WebGLRenderingContext | WebGL2RenderingContext): void {
    if (!this.#drawn) return;
    const gl = context as WebGL2RenderingContext;
    gl.bindVertexArray(null);
    gl.disable(gl.DEPTH_TEST);
    gl.disable(gl.STENCIL_TEST);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    const [red, green, blue] = this.#colour;
    this.#cover(gl, this.#targets[0]!.texture, [red * OPACITY, green * OPACITY, blue * OPACITY, OPACITY], 0, [0, 0]);
  }
}

/** Long edges get points between, so that they bend with the globe. */
function* densify(ring: readonly Position[]): Generator<[number, number]> {
  for (let at = 0; at < ring.length; at++) {
    const [x = 0, y = 0] = ring[at]!;
    const [px = x, py = y] = ring[at - 1] ?? [];
    const steps = Math.max(1, Math.ceil(Math.hypot(x - px, y - py) / LONGEST_STEP));
    for (let step = 1; step <= steps; step++) yield [px + ((x - px) * step) / steps, py + ((y - py) * step) / steps];
  }
}
