-- Open cases run with older versions, too.
ALTER TABLE "PipelineFinding" DROP CONSTRAINT "PipelineFinding_pkey";
ALTER TABLE "PipelineFinding" ADD CONSTRAINT "PipelineFinding_pkey"
  PRIMARY KEY ("pipelineId", "version", "step", "code", "unitCode");
