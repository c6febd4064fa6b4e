# The parts of Z3 that engine/solver/z3_solver.cc reaches: propositional logic with counts, decided by the SAT
# solver behind the logic QF_FD. Read by Z3's own CMake files through patches/leave-out.patch; the functions
# through which the kept parts would call the others are in left_out.cpp. ../README.md has the whole story.

# Components (Z3's word for a folder) that are not compiled at all.
set(FASTSLOW_LEFT_OUT
  # arithmetic on reals and integers
  polynomial hilbert interval realclosure subpaving subpaving_tactic nlsat nlsat_tactic lp
  # the general solver, quantifiers, floating point, optimisation, Horn clauses
  smt proto_model smt_tactic solver_assertions macros pattern proofs fpa ackermannization qe mbp opt
  bmc clp dataflow tab transforms fp spacer rel muz ddnf
  # strategies for other logics, and the languages that problems are read from
  portfolio smtlogic_tactics fpa_tactics ufbv_tactic sls_tactic aig_tactic automata substitution
  parser_util smt2parser extra_cmds)

# Files that are not compiled, of components that otherwise are. No term that we make is of these sorts.
set(FASTSLOW_LEFT_OUT_FILES
  # rewriting of arithmetic, arrays, floating point, strings
  arith_rewriter.cpp array_rewriter.cpp fpa_rewriter.cpp
  seq_axioms.cpp seq_eq_solver.cpp seq_rewriter.cpp seq_skolem.cpp state_graph.cpp
  # what the SAT solver does only where an option asks for it (sat.lookahead_simplify, sat.anf, sat.cut, sat.binspr)
  sat_lookahead.cpp sat_anf_simplifier.cpp sat_cut_simplifier.cpp sat_cutset.cpp sat_aig_cuts.cpp sat_aig_finder.cpp
  sat_lut_finder.cpp sat_npn3_finder.cpp sat_xor_finder.cpp sat_binspr.cpp
  dd_pdd.cpp pdd_eval.cpp pdd_interval.cpp pdd_simplifier.cpp pdd_solver.cpp)

# Components of which only these files are compiled.
set(FASTSLOW_simplex_SOURCES bit_matrix.cpp)
set(FASTSLOW_core_tactics_SOURCES collect_occs.cpp propagate_values_tactic.cpp simplify_tactic.cpp)
set(FASTSLOW_arith_tactics_SOURCES
  bound_manager.cpp bv2int_rewriter.cpp card2bv_tactic.cpp pb2bv_model_converter.cpp)
set(FASTSLOW_bv_tactics_SOURCES bit_blaster_model_converter.cpp bit_blaster_tactic.cpp max_bv_sharing_tactic.cpp)
set(FASTSLOW_cmd_context_SOURCES tactic_manager.cpp)
set(FASTSLOW_fd_solver_SOURCES bounded_int2bv_solver.cpp enum2bv_solver.cpp fd_solver.cpp pb2bv_solver.cpp)
set(FASTSLOW_sat_smt_SOURCES
  atom2bool_var.cpp euf_ackerman.cpp euf_internalize.cpp euf_invariant.cpp euf_model.cpp euf_proof.cpp
  euf_relevancy.cpp euf_solver.cpp pb_card.cpp pb_constraint.cpp pb_internalize.cpp pb_pb.cpp pb_solver.cpp
  sat_dual_solver.cpp sat_th.cpp user_solver.cpp)
set(FASTSLOW_api_SOURCES
  api_ast.cpp api_ast_vector.cpp api_config_params.cpp api_context.cpp api_log.cpp api_model.cpp api_numeral.cpp
  api_params.cpp api_pb.cpp api_solver.cpp api_stats.cpp ${PROJECT_SOURCE_DIR}/left_out.cpp)
# In place of those of its dependencies that are left out.
set(FASTSLOW_api_DEPENDENCIES fd_solver cmd_context smt_params)
